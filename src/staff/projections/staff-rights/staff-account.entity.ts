import { Column, Entity, PrimaryColumn } from 'typeorm';

/** An account as an organisation knows it. */
@Entity({ schema: 'read_model', name: 'staff_account' })
export class StaffAccountRow {
  @PrimaryColumn('text') organisation!: string;
  @PrimaryColumn('text') staff!: string;
  @Column('text') subject!: string;
  @Column('text') issuer!: string;
  /** Who it is at the issuer. (`subject` is what the row is about.) */
  @Column('text') signInId!: string;
  @Column('text', { nullable: true }) samePersonAs!: string | null;
}
