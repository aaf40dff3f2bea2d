import { Column, Entity, PrimaryColumn } from 'typeorm';
import { JsonColumn } from '../../../platform/persistence/json-column.js';
import type { AccountDispute, AccountEntry } from '../../domain/statement/document-account.js';

/** The account of one issued document, which statements between two bodies are drawn up from. */
@Entity({ schema: 'read_model', name: 'document_account' })
export class DocumentAccountRow {
  @PrimaryColumn('text') rechargeRef!: string;
  @Column('text') subject!: string;
  @Column('text') caseRef!: string;
  @Column('text') creditor!: string;
  @Column('text') debtor!: string;
  @Column('text') payableBy!: string;
  @JsonColumn() entries!: readonly AccountEntry[];
  @JsonColumn() disputes!: readonly AccountDispute[];
}
