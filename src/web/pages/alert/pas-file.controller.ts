import { Controller, Get, Param, Post, Query, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { FieldRefused } from '../../../kernel/refusal.js';
import { accessOf } from '../../../platform/access/principal.js';
import { Problem } from '../../../platform/http/problems/problem.js';
import { AcceptsFile, uploadedText } from '../../../platform/imports/file-uploads.js';
import { MOST_ASSISTANTS } from '../../../transfer-case/index.js';
import { countOf } from '../../forms/body-of-form.js';
import { typedText, typedValues, type TypedValues } from '../../forms/form-field.js';
import { SeeOther, type Page } from '../../page/page.js';
import { Pages } from '../../page/pages.js';
import { AlertDrafts } from './alert-drafts.js';
import { AlertForm, PAS } from './alert-form.js';
import { pasFilePage, type PasFile } from './pas-file-page.js';
import { pasInFile, triedPas, withMorePas, type RowOfPa } from './pas-in-file.js';

/** Names the PAs of an alert from a file: it is tried, and what it holds is then added to the draft. */
@Pages('direct-payment-worker')
@Controller('cases/new/:draftId/pas/file')
export class PasFileController {
  constructor(
    private readonly drafts: AlertDrafts,
    private readonly form: AlertForm,
  ) {}

  @Get()
  async ask(
    @Req() request: FastifyRequest,
    @Param('draftId') draftId: string,
    @Query('back') back: unknown,
  ): Promise<Page> {
    await this.drafts.get(accessOf(request).principal, draftId);
    return pasFilePage(addressesOf(draftId, back));
  }

  @Post()
  @AcceptsFile()
  async try(
    @Req() request: FastifyRequest,
    @Param('draftId') draftId: string,
    @Query('back') back: unknown,
  ): Promise<Page> {
    const { typed } = await this.drafts.get(accessOf(request).principal, draftId);
    const addresses = addressesOf(draftId, back);
    try {
      const csv = uploadedText(request);
      if (csv === '') return pasFilePage(addresses, { fault: 'Choose a file.' });
      const rows = await pasInFile(csv);
      const tooMany = tooManyFor(typed, rows.length);
      if (tooMany !== undefined) return pasFilePage(addresses, { fault: tooMany });
      return pasFilePage(addresses, { rows: await this.tried(typed, rows) });
    } catch (fault) {
      return pasFilePage(addresses, { fault: saidOf(fault) });
    }
  }

  /** They are looked at again: the draft may have changed since, or what was sent. */
  @Post('add')
  async add(
    @Req() request: FastifyRequest,
    @Param('draftId') draftId: string,
    @Query('back') back: unknown,
  ): Promise<Page | SeeOther> {
    const { principal } = accessOf(request);
    const { typed } = await this.drafts.get(principal, draftId);
    const addresses = addressesOf(draftId, back);
    const carried = rowsCarried(typedValues(request));
    const tooMany = tooManyFor(typed, carried.length);
    if (tooMany !== undefined) return pasFilePage(addresses, { fault: tooMany });
    const rows = await this.tried(typed, carried);
    if (rows.some(({ faults }) => faults.length > 0)) return pasFilePage(addresses, { rows });
    await this.drafts.keep(principal, draftId, withMorePas(typed, PAS, rows));
    return new SeeOther(addresses.back);
  }

  private async tried(typed: TypedValues, rows: readonly RowOfPa[]): Promise<readonly RowOfPa[]> {
    const items = await this.form.faultsIn(withMorePas(typed, PAS, rows), PAS);
    return triedPas(rows, typed, PAS, items);
  }
}

function addressesOf(draftId: string, back: unknown): PasFile {
  const end = back === 'check' ? '?back=check' : '';
  const pas = `/cases/new/${draftId}/pas`;
  return { action: `${pas}/file${end}`, add: `${pas}/file/add${end}`, back: `${pas}${end}` };
}

function tooManyFor(typed: TypedValues, count: number): string | undefined {
  const there = countOf(PAS, typed);
  if (there + count <= MOST_ASSISTANTS) return undefined;
  return `An alert names at most ${MOST_ASSISTANTS} PAs: this one names ${there}, and the file has ${count}.`;
}

function rowsCarried(values: TypedValues): readonly RowOfPa[] {
  const rows: RowOfPa[] = [];
  for (let index = 0; index <= MOST_ASSISTANTS; index += 1) {
    const start = `rows.${index}.`;
    const own = Object.entries(values).filter(([key]) => key.startsWith(start));
    if (own.length === 0) break;
    const typed: TypedValues = Object.fromEntries(
      own.map(([key, value]) => [key.slice(start.length), value]),
    );
    const { line: _, ...fields } = typed;
    rows.push({ line: Number(typedText(typed, 'line')), typed: fields, faults: [] });
  }
  return rows;
}

/** @throws whatever is not about the file. */
function saidOf(fault: unknown): string {
  if (fault instanceof FieldRefused) return fault.message;
  if (fault instanceof Problem && fault.content.code === 'malformed-request') return fault.content.detail;
  throw fault;
}
