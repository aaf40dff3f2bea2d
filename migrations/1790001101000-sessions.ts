import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who is signed in to the pages, and who is on the way there. Tokens are kept as hashes only. */
export class CreateSessions1790001101000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE session (
        token_hash bytea PRIMARY KEY CHECK (octet_length(token_hash) = 32),
        issuer text NOT NULL,
        subject text NOT NULL,
        organisation text NOT NULL,
        roles text[] NOT NULL,
        display_name text,
        signed_in_at timestamptz NOT NULL,
        seen_at timestamptz NOT NULL
      )`);
    await queryRunner.query(`CREATE INDEX session_person ON session (issuer, subject)`);
    await queryRunner.query(`CREATE INDEX session_age ON session (signed_in_at)`);
    await queryRunner.query(`
      CREATE TABLE sign_in_attempt (
        token_hash bytea PRIMARY KEY CHECK (octet_length(token_hash) = 32),
        state text NOT NULL,
        nonce text NOT NULL,
        code_verifier text NOT NULL,
        return_to text NOT NULL,
        began_at timestamptz NOT NULL
      )`);
    await queryRunner.query(`CREATE INDEX sign_in_attempt_age ON sign_in_attempt (began_at)`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`DROP TABLE sign_in_attempt, session`);
  }
}
