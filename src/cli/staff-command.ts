import { Command } from 'commander';
import { systemClock, todayInLondon } from '../kernel/clock.js';
import type { PlainDate } from '../kernel/plain-date.js';
import type { AccountWithRights, StaffRightRow } from '../staff/index.js';
import type { CommandSetting } from './command-setting.js';
import { CannotDo, EXIT, type ExitCode } from './exit-codes.js';
import { columns, type Output } from './output.js';
import { withProduct, type Product } from './with-product.js';

interface ListOptions {
  readonly organisation: string;
  readonly json?: boolean;
}

interface AppointOptions extends ListOptions {
  readonly issuer: string;
  readonly subject: string;
  readonly reason: string;
}

const MOST_LISTED = 10_000;

/** `staff list | appoint`: who may do what, and the first administrators of an organisation. */
export function staffCommand({ output, action }: CommandSetting): Command {
  const staff = new Command('staff').description('who may do what in an organisation');
  staff
    .command('list')
    .description('show the accounts of an organisation with their rights, past and to come')
    .requiredOption('--organisation <code>', 'GSS code of a council or ODS code of an NHS body')
    .option('--json', 'answer with one JSON object')
    .action(action((options: ListOptions) => withProduct((product) => list(product, options, output))));
  staff
    .command('appoint')
    .description(
      'appoint an administrator, while the organisation has no two of them; they give all further rights themselves',
    )
    .requiredOption('--organisation <code>', 'GSS code of a council or ODS code of an NHS body')
    .requiredOption('--issuer <address>', 'the token issuer, as OIDC_ISSUER names it')
    .requiredOption('--subject <id>', 'who it is at the issuer: opaque, never a name')
    .option('--reason <code>', 'a code of why, which names nobody', 'first-administrators')
    .option('--json', 'answer with one JSON object')
    .action(action((options: AppointOptions) => withProduct((product) => appoint(product, options, output))));
  return staff;
}

async function list(
  product: Product,
  { organisation, json }: ListOptions,
  output: Output,
): Promise<ExitCode> {
  const { StaffRightsQuery } = await import('../staff/index.js');
  await catchUp(product);
  const found = await new StaffRightsQuery(product.database).list(organisation, { limit: MOST_LISTED });
  if (json === true) output.line(JSON.stringify({ staff: found.map(plain) }, undefined, 2));
  else if (found.length === 0) output.line(`${organisation} knows no account`);
  else columns(found.flatMap(wordsOf)).forEach((line) => output.line(line));
  return EXIT.done;
}

function plain({ account, rights }: AccountWithRights) {
  const { staff, issuer, signInId: subject, samePersonAs } = account;
  return { staff, issuer, subject, samePersonAs, rights };
}

function wordsOf({ account, rights }: AccountWithRights): readonly (readonly string[])[] {
  const { staff, signInId } = account;
  if (rights.length === 0) return [[staff, signInId, 'no right', '', '', '']];
  return rights.map((right) => [staff, signInId, right.grantRef, right.role, right.stage, daysOf(right)]);
}

function daysOf({ validFrom, validUntil }: StaffRightRow): string {
  return validUntil === null ? `from ${validFrom}` : `from ${validFrom}, not from ${validUntil} on`;
}

/** @throws CannotDo with the words of the refusal. */
async function appoint(
  product: Product,
  { organisation, issuer, subject, reason, json }: AppointOptions,
  output: Output,
): Promise<ExitCode> {
  const { appointAsOperator } = await import('../staff/index.js');
  const { Refusal } = await import('../kernel/refusal.js');
  const today = todayInLondon(systemClock);
  const account = { issuer, subject };
  try {
    const staff = await alone(product, organisation, async () => {
      const administrators = await countAdministrators(product, organisation, issuer, today);
      const wanted = { account, organisation, reasonCode: reason, administrators, today };
      return appointAsOperator(product.store, wanted);
    });
    output.line(
      json === true
        ? JSON.stringify({ staff, organisation })
        : `${staff} is an administrator of ${organisation} from today on`,
    );
    return EXIT.done;
  } catch (fault) {
    if (fault instanceof Refusal) throw new CannotDo(fault.message);
    throw fault;
  }
}

/** One appointment of an organisation at a time, so that two at once do not both find that one is missing. */
async function alone<Result>(
  { database }: Product,
  organisation: string,
  work: () => Promise<Result>,
): Promise<Result> {
  return database.transaction(async (manager) => {
    await manager.query(`SELECT pg_advisory_xact_lock(hashtext('staff appoint'), hashtext($1))`, [
      organisation,
    ]);
    return work();
  });
}

async function countAdministrators(
  product: Product,
  organisation: string,
  issuer: string,
  today: PlainDate,
): Promise<number> {
  const { StaffRightsQuery } = await import('../staff/index.js');
  await catchUp(product);
  return new StaffRightsQuery(product.database).countAdministrators(organisation, issuer, today);
}

/** What was recorded up to now is counted, also where no worker runs yet. */
async function catchUp({ projections }: Product): Promise<void> {
  const { staffRightsProjection } = await import('../staff/index.js');
  const runner = projections.runners.find(({ name }) => name === staffRightsProjection.name);
  if (runner === undefined) throw new TypeError('The read model of the staff is one of the product');
  await runner.catchUp();
}
