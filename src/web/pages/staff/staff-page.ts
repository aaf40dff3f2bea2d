import type { Principal } from '../../../platform/access/principal.js';
import { isRole } from '../../../platform/access/roles.js';
import { nextRightSteps, type RightAnswer, type StaffAnswer } from '../../../staff/index.js';
import { dataTable } from '../../page/data-table.js';
import { Page } from '../../page/page.js';
import { dayInWords } from '../../words/days.js';
import { pounds } from '../../words/money.js';
import { roleWords } from '../../words/role-words.js';
import { sentenceOf } from '../../words/sentences.js';
import { accountCommands, rightCommands } from '../../words/staff-commands.js';
import type { SummaryRow } from '../transfer-case/case-facts.js';

type Member = Readonly<StaffAnswer>;
type Right = Readonly<RightAnswer>;

/** The API's page of members of staff. */
export interface StaffItems {
  readonly items: readonly Member[];
  readonly next?: string;
}

/** Who looks: an administrator acts, an auditor looks on. */
export type Looker = Pick<Principal, 'subject' | 'roles'>;

const VIEWS = [
  { text: 'All', right: '' },
  { text: 'Waiting for a decision', right: 'requested' },
] as const;

/** What a member of staff is called: by name, or by the sign-in id of somebody who was never here. */
export function memberName({ name, subject }: Pick<Member, 'name' | 'subject'>): string {
  return name ?? subject;
}

/** What a right is called: `Council approver, from 2 April 2026`. */
export function rightName({ role, from }: Pick<Right, 'role' | 'from'>): string {
  return `${roleName(role)}, from ${dayInWords(from)}`;
}

function roleName(role: string): string {
  return isRole(role) ? roleWords[role] : sentenceOf(role);
}

/** @param right `requested` for those alone whom somebody has to decide about */
export function staffListPage(
  { items, next }: StaffItems,
  right: 'requested' | undefined,
  looker: Looker,
  done?: string,
): Page {
  const address = (more: Readonly<Record<string, string>>) => {
    const query = new URLSearchParams(Object.entries(more).filter(([, value]) => value !== ''));
    return query.size === 0 ? '/staff' : `/staff?${query.toString()}`;
  };
  const waiting = right === 'requested';
  return new Page('pages/staff/list.njk', {
    title: waiting ? 'Waiting for a decision' : 'Staff',
    under: waiting ? 'Staff' : undefined,
    done,
    mayAct: isAdministrator(looker),
    views: VIEWS.map((view) => ({
      text: view.text,
      href: address({ right: view.right }),
      current: view.right === (right ?? ''),
    })),
    table: dataTable(
      waiting ? 'Rights that nobody has decided on' : 'Accounts and their rights today',
      items,
      [
        { text: 'Name', cell: (member) => ({ text: memberName(member), href: `/staff/${member.staff}` }) },
        { text: 'Sign-in id', cell: ({ subject }) => subject },
        { text: 'Rights today', cell: ({ rights }) => inWords(rights.filter(({ inForce }) => inForce)) },
        {
          text: 'Requested',
          cell: ({ rights }) => inWords(rights.filter(({ stage }) => stage === 'requested')),
        },
      ],
      waiting
        ? 'No right waits for a decision.'
        : 'Your organisation knows no account yet. Make one known to request a right for it.',
    ),
    ...(next !== undefined && { next: address({ right: right ?? '', cursor: next }) }),
  });
}

function inWords(rights: readonly Right[]): string {
  return rights.length === 0 ? 'None' : rights.map(({ role }) => roleName(role)).join(', ');
}

/** @param other the account that stands for the person, where this is another one of theirs */
export function memberPage(member: Member, looker: Looker, done?: string): Page {
  const name = memberName(member);
  const mayAct = isAdministrator(looker);
  return new Page('pages/staff/member.njk', {
    title: name,
    under: 'Staff',
    done,
    mayAct,
    summary: memberRows(member),
    rights: member.rights.toReversed().map((right) => ({
      ...rightRows(right),
      // Nobody decides on what they requested, or on a right of their own.
      waitsForAnother: mayAct && right.stage === 'requested' && !mayDecide(member, right, looker),
      actions: mayAct ? actionsOn(member, right, looker) : [],
    })),
    commands: mayAct
      ? accountCommands
          .filter(({ path }) => isOfferedFor(member, path))
          .map(({ path, text }) => ({ text, href: `/staff/${member.staff}/do/${path}` }))
      : [],
  });
}

function memberRows({ subject, issuer, staff, samePersonAs }: Member): readonly SummaryRow[] {
  return [
    { key: 'Reference', text: staff },
    { key: 'Sign-in id', text: subject },
    { key: 'Sign-in service', text: issuer },
    ...(samePersonAs === undefined
      ? []
      : [{ key: 'Another account of', text: samePersonAs, href: `/staff/${samePersonAs}` }]),
  ];
}

/** What is known of a right, and its heading. */
export function rightRows(right: Right): { readonly heading: string; readonly rows: readonly SummaryRow[] } {
  const { grant, from, lastDay, approvalLimit, withoutApprovalLimit, reason } = right;
  const { requestedBy, requestedByName, requestedOn, decidedBy, decidedByName, decidedOn } = right;
  const { endedBy, endedByName, stage } = right;
  const row = (key: string, text: string | undefined): readonly SummaryRow[] =>
    text === undefined ? [] : [{ key, text }];
  const decided = decidedBy === undefined ? undefined : (decidedByName ?? decidedBy);
  return {
    heading: roleName(right.role),
    rows: [
      { key: 'Reference', text: grant },
      { key: 'How it stands', text: stageInWords(right) },
      { key: 'First day', text: dayInWords(from) },
      ...row('Last day', lastDay === undefined ? undefined : dayInWords(lastDay)),
      ...row('May approve up to', approvalLimit === undefined ? undefined : pounds(approvalLimit.amount)),
      ...row('May approve', withoutApprovalLimit === true ? 'Any sum' : undefined),
      { key: 'Reason', text: sentenceOf(reason) },
      { key: 'Requested', text: `By ${requestedByName ?? requestedBy} on ${dayInWords(requestedOn)}` },
      ...row(
        stage === 'refused' ? 'Refused' : 'Granted',
        decided === undefined || decidedOn === undefined
          ? undefined
          : `By ${decided} on ${dayInWords(decidedOn)}`,
      ),
      ...row('Ended', endedBy === undefined ? undefined : `By ${endedByName ?? endedBy}`),
    ],
  };
}

function stageInWords({ stage, inForce }: Right): string {
  if (stage === 'requested') return 'Waits for another administrator';
  if (stage === 'refused') return 'Refused';
  if (inForce) return 'In force';
  return stage === 'ended' ? 'Ended' : 'Granted, not in force today';
}

function actionsOn({ staff, ...member }: Member, right: Right, looker: Looker) {
  const isOver = right.stage === 'ended' && !right.inForce;
  const steps: readonly string[] = isOver ? [] : nextRightSteps[right.stage];
  const deciding: readonly string[] = ['grant', 'refuse'];
  return rightCommands
    .filter(({ step }) => steps.includes(step))
    .filter(({ step }) => !deciding.includes(step) || mayDecide(member, right, looker))
    .map(({ path, text }) => ({
      text,
      hidden: rightName(right),
      href: `/staff/${staff}/rights/${right.grant}/do/${path}`,
    }));
}

function mayDecide({ subject }: Pick<Member, 'subject'>, { requestedBy }: Right, looker: Looker): boolean {
  return looker.subject !== requestedBy && looker.subject !== subject;
}

function isOfferedFor({ samePersonAs }: Member, path: string): boolean {
  if (path === 'same-person') return samePersonAs === undefined;
  return path !== 'withdrawals' || samePersonAs !== undefined;
}

function isAdministrator({ roles }: Looker): boolean {
  return roles.includes('administrator');
}
