import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The bodies that a transaction reads for, as `readAs` sets them; nobody where they are not set. */
const BODIES = `(SELECT string_to_array(current_setting('handover.bodies', true), ','))`;

/**
 * Gives each row of read models the bodies that may see it, and has the database show it to them alone, whatever a query asks
 * for. The policies hold for the owner of the tables too; the worker, which keeps them, sees all.
 */
export abstract class RowRights implements MigrationInterface {
  protected abstract readonly tables: readonly string[];
  /** Those that are listed over many cases, so that the rows of a body have to be found and not only checked. */
  protected readonly listed: readonly string[] = [];

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('GRANT USAGE ON SCHEMA read_model TO handover_web, handover_worker');
    for (const name of this.tables) {
      const table = `read_model.${name}`;
      await queryRunner.query(`ALTER TABLE ${table} ADD COLUMN seen_by text[] NOT NULL DEFAULT '{}'`);
      // A row that does not say who may see it is refused, rather than lost to everybody.
      await queryRunner.query(`ALTER TABLE ${table} ALTER COLUMN seen_by DROP DEFAULT`);
      await queryRunner.query(`ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY`);
      await queryRunner.query(`ALTER TABLE ${table} FORCE ROW LEVEL SECURITY`);
      await queryRunner.query(
        `CREATE POLICY seen_by_own_bodies ON ${table} FOR SELECT TO handover_web USING (seen_by && ${BODIES})`,
      );
      await queryRunner.query(
        `CREATE POLICY kept_by_worker ON ${table} FOR ALL TO handover_worker USING (true) WITH CHECK (true)`,
      );
      await queryRunner.query(`GRANT SELECT ON ${table} TO handover_web`);
      await queryRunner.query(`GRANT SELECT, INSERT, UPDATE, DELETE ON ${table} TO handover_worker`);
    }
    for (const name of this.listed) {
      await queryRunner.query(`CREATE INDEX ${name}_seen_by ON read_model.${name} USING gin (seen_by)`);
    }
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    for (const name of this.tables) {
      const table = `read_model.${name}`;
      await queryRunner.query(`REVOKE ALL ON ${table} FROM handover_web, handover_worker`);
      await queryRunner.query(`DROP POLICY seen_by_own_bodies ON ${table}`);
      await queryRunner.query(`DROP POLICY kept_by_worker ON ${table}`);
      await queryRunner.query(`ALTER TABLE ${table} NO FORCE ROW LEVEL SECURITY`);
      await queryRunner.query(`ALTER TABLE ${table} DISABLE ROW LEVEL SECURITY`);
      await queryRunner.query(`ALTER TABLE ${table} DROP COLUMN seen_by`);
    }
  }
}

export class AddAgreementRights1790001302000 extends RowRights {
  protected override readonly tables = ['agreement', 'agreement_version'];
}

export class AddHistoryRights1790001303000 extends RowRights {
  protected override readonly tables = ['history'];
}

export class AddCaseSummaryRights1790001304000 extends RowRights {
  protected override readonly tables = ['case_summary'];
  protected override readonly listed = ['case_summary'];
}

export class AddFundingPeriodRights1790001305000 extends RowRights {
  protected override readonly tables = ['funding_period'];
}

export class AddBridgingRechargeRights1790001306000 extends RowRights {
  protected override readonly tables = ['bridging_recharge', 'bridging_recharge_line'];
}

export class AddRechargeRights1790001307000 extends RowRights {
  protected override readonly tables = ['recharge', 'recharge_line'];
}

export class AddDocumentAccountRights1790001308000 extends RowRights {
  protected override readonly tables = ['document_account'];
}

export class AddEmploymentRights1790001309000 extends RowRights {
  protected override readonly tables = ['employment'];
}

export class AddRedundancyRights1790001310000 extends RowRights {
  protected override readonly tables = ['redundancy_cost', 'redundancy_share'];
}

export class AddExposureRights1790001311000 extends RowRights {
  protected override readonly tables = ['exposed_employment'];
  protected override readonly listed = ['exposed_employment'];
}

export class AddAccruedLeaveRights1790001312000 extends RowRights {
  protected override readonly tables = ['accrued_leave'];
}
