import { randomUUID } from 'node:crypto';
import { Controller, Get, Param, Post, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { sideOfBody } from '../../../agreement/index.js';
import { accessOf } from '../../../platform/access/principal.js';
import { rolesIn } from '../../../platform/access/side-of-role.js';
import { InsideApi } from '../../../platform/http/inside/inside-api.js';
import { Problem } from '../../../platform/http/problems/problem.js';
import type { StaffAnswer, StaffReference } from '../../../staff/index.js';
import { bodyOfForm } from '../../forms/body-of-form.js';
import { CommandForms } from '../../forms/command-forms.js';
import { typedText, typedValues, type TypedValues } from '../../forms/form-field.js';
import { drawnForm } from '../../forms/drawn-form.js';
import { refusedForm, type RefusedForm } from '../../forms/mendable.js';
import { Page, SeeOther } from '../../page/page.js';
import { Pages } from '../../page/pages.js';
import { roleWords } from '../../words/role-words.js';
import {
  accountCommandRoute,
  accountCommands,
  rightCommandRoute,
  rightCommands,
  type StaffCommand,
} from '../../words/staff-commands.js';
import { commandAt, CommandPages, type CommandForm, type SentCommand } from '../commands/command-pages.js';
import { memberName, rightRows, type StaffItems } from './staff-page.js';

const STAFF = '/v1/staff';
/** Accounts to choose from, and as many as one read of the API has. */
const MOST = 100;

/** Giving and ending rights: what the administrators of an organisation do. */
@Pages('administrator')
@Controller('staff')
export class StaffCommandController {
  constructor(
    private readonly api: InsideApi,
    private readonly forms: CommandForms,
    private readonly pages: CommandPages,
  ) {}

  @Get('new')
  askNew(): Page {
    return this.newPage({ _key: randomUUID() });
  }

  @Post('new')
  async record(@Req() request: FastifyRequest): Promise<Page | SeeOther> {
    const values = typedValues(request);
    try {
      const { body, position = '' } = await this.api.command<StaffReference>(
        request,
        STAFF,
        bodyOfForm(this.forms.fieldsOf(STAFF), values),
        { key: typedText(values, '_key') },
      );
      return new SeeOther(`/staff/${body.staff}?done=known&minPosition=${position}`);
    } catch (fault) {
      const refused = refusedForm(values, fault);
      return this.newPage(refused.values, refused.problem);
    }
  }

  @Get(':staffRef/do/:command')
  async askOfAccount(
    @Req() request: FastifyRequest,
    @Param('staffRef') staffRef: string,
    @Param('command') path: string,
  ): Promise<Page> {
    return this.pages.ask(request, await this.accountForm(request, staffRef, path));
  }

  @Post(':staffRef/do/:command')
  async sendOfAccount(
    @Req() request: FastifyRequest,
    @Param('staffRef') staffRef: string,
    @Param('command') path: string,
  ): Promise<Page | SeeOther> {
    const form = await this.accountForm(request, staffRef, path);
    return this.pages.send(request, form, sent(form, commandAt(accountCommands, path)));
  }

  @Get(':staffRef/rights/:grant/do/:command')
  async askOfRight(
    @Req() request: FastifyRequest,
    @Param('staffRef') staffRef: string,
    @Param('grant') grant: string,
    @Param('command') path: string,
  ): Promise<Page> {
    return this.pages.ask(request, rightForm(staffRef, grant, path));
  }

  @Post(':staffRef/rights/:grant/do/:command')
  async sendOfRight(
    @Req() request: FastifyRequest,
    @Param('staffRef') staffRef: string,
    @Param('grant') grant: string,
    @Param('command') path: string,
  ): Promise<Page | SeeOther> {
    const form = rightForm(staffRef, grant, path);
    const command = commandAt(rightCommands, path);
    return this.pages.send(
      request,
      form,
      sent(form, { ...command, address: `rights/${encodeURIComponent(grant)}/${command.address}` }),
    );
  }

  private async accountForm(
    request: FastifyRequest,
    staffRef: string,
    path: string,
  ): Promise<CommandForm<StaffAnswer>> {
    const command = commandAt(accountCommands, path);
    const { organisation } = accessOf(request).principal;
    return {
      ...formOf(staffRef, command),
      route: accountCommandRoute(command.address),
      action: `/staff/${staffRef}/do/${path}`,
      choices: {
        role: rolesIn(sideOfBody(organisation)).map((role) => ({ value: role, text: roleWords[role] })),
        ...(path === 'same-person' && (await this.otherAccounts(request, staffRef))),
      },
      view: (member) => ({ template: TEMPLATE, model: { ...viewOf(command), under: memberName(member) } }),
    };
  }

  /** The other accounts of the organisation, by name. Of more than anybody looks through none: a reference is typed then. */
  private async otherAccounts(request: FastifyRequest, staffRef: string): Promise<CommandForm['choices']> {
    const { body } = await this.api.get<StaffItems>(request, `${STAFF}?limit=${MOST}`);
    if (body.next !== undefined) return {};
    const others = body.items
      .filter(({ staff }) => staff !== staffRef)
      .map((member) => ({ value: member.staff, text: `${memberName(member)} (${member.subject})` }));
    return { samePersonAs: others.toSorted((one, other) => one.text.localeCompare(other.text)) };
  }

  private newPage(values: TypedValues, problem?: RefusedForm['problem']): Page {
    const model = {
      title: 'Make an account known',
      under: 'Staff',
      key: typedText(values, '_key'),
      ...drawnForm(this.forms.fieldsOf(STAFF), values, problem),
    };
    return new Page('pages/staff/new.njk', model, problem?.status ?? 200);
  }
}

const TEMPLATE = 'pages/staff/command.njk';

function rightForm(staffRef: string, grant: string, path: string): CommandForm<StaffAnswer> {
  const command = commandAt(rightCommands, path);
  return {
    ...formOf(staffRef, command),
    route: rightCommandRoute(command.address),
    action: `/staff/${staffRef}/rights/${grant}/do/${path}`,
    view: (member) => {
      const right = member.rights.find((each) => each.grant === grant);
      if (right === undefined) throw new Problem('not-found', 'There is no right of that reference here.');
      const { heading, rows } = rightRows(right);
      const under = `${heading}, ${memberName(member)}`;
      return { template: TEMPLATE, model: { ...viewOf(command), under, rows } };
    },
  };
}

function formOf(staffRef: string, { text: title }: StaffCommand) {
  const page = `/staff/${staffRef}`;
  return {
    title,
    record: `${STAFF}/${encodeURIComponent(staffRef)}`,
    page,
    under: staffRef,
    trail: [
      { text: 'Staff', href: '/staff' },
      { text: staffRef, href: page },
    ],
  };
}

function viewOf({ button, warning }: StaffCommand) {
  return { button, warning };
}

function sent(
  { route }: Pick<CommandForm<StaffAnswer>, 'route'>,
  { address, path }: StaffCommand,
): SentCommand {
  return { route, address, done: path };
}
