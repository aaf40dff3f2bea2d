import { createHash } from 'node:crypto';
import { Controller, Get, Param, Post, Query, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { accessOf } from '../../../platform/access/principal.js';
import { ApiRefusal } from '../../../platform/http/inside/api-refusal.js';
import { InsideApi } from '../../../platform/http/inside/inside-api.js';
import { Problem } from '../../../platform/http/problems/problem.js';
import { AcceptsFile, uploadedText } from '../../../platform/imports/file-uploads.js';
import { CommandForms } from '../../forms/command-forms.js';
import type { Page } from '../../page/page.js';
import { Pages } from '../../page/pages.js';
import { importPage, imports, type ImportKind, type ImportReportAnswer } from './import-pages.js';

/** Lists from other systems: tried first, so that each row says what would become of it, and then imported. */
@Pages('council-finance', 'direct-payment-worker')
@Controller('imports/:kind')
export class ImportPagesController {
  constructor(
    private readonly api: InsideApi,
    private readonly forms: CommandForms,
  ) {}

  @Get()
  ask(@Req() request: FastifyRequest, @Param('kind') path: string): Page {
    return importPage(this.kindAt(request, path));
  }

  /** @param dryRun `false` for the import itself; anything else tries the file and stores nothing */
  @Post()
  @AcceptsFile()
  async send(
    @Req() request: FastifyRequest,
    @Param('kind') path: string,
    @Query('dryRun') dryRun: unknown,
  ): Promise<Page> {
    const kind = this.kindAt(request, path);
    const tried = dryRun !== 'false';
    try {
      const csv = Buffer.from(uploadedText(request));
      if (csv.length === 0) throw new Problem('malformed-request', 'Choose a file.');
      const { body } = await this.api.upload<ImportReportAnswer>(
        request,
        `/v1/imports/${path}?dryRun=${String(tried)}`,
        csv,
        { key: keyOf(csv) },
      );
      return importPage(kind, { report: body, tried });
    } catch (fault) {
      if (fault instanceof Problem && fault.content.code === 'malformed-request') {
        return importPage(kind, { fault: fault.content });
      }
      if (!(fault instanceof ApiRefusal) || ![400, 409, 422].includes(fault.content.status)) throw fault;
      const report = fault.content.facts as ImportReportAnswer | undefined;
      return importPage(kind, {
        fault: fault.content,
        ...(report?.rows !== undefined && { report, tried: true }),
      });
    }
  }

  /** @throws Problem `not-found` or `not-allowed` */
  private kindAt(request: FastifyRequest, path: string): ImportKind {
    const kind = imports.find((each) => each.path === path);
    if (kind === undefined) throw new Problem('not-found', 'There is no such list to import.');
    if (this.forms.mayUse(`/v1/imports/${path}`, accessOf(request).principal.roles)) return kind;
    throw new Problem('not-allowed', 'This import is for other roles than yours.');
  }
}

/** The same file is the same import, however often it is sent; trying it has no answer that is kept. */
function keyOf(csv: Buffer): string {
  return `import-${createHash('sha256').update(csv).digest('hex')}`;
}
