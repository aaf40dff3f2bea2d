import { Controller, Get, Header, NotFoundException, Param } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import { Public } from '../../access/access-rule.js';
import { ProblemCatalogue } from './problem-catalogue.js';

const MARKDOWN = 'text/markdown; charset=utf-8';

/** The pages that the member `type` of a problem leads to. */
@Public()
@ApiTags('Problems')
@Controller('problems')
export class ProblemsController {
  constructor(private readonly catalogue: ProblemCatalogue) {}

  @Get()
  @Header('content-type', MARKDOWN)
  @ApiOperation({ summary: 'List every problem code' })
  @ApiOkResponse({ content: { 'text/markdown': { schema: { type: 'string' } } } })
  list(): string {
    const lines = this.catalogue.codes().map((code) => `- [${code}](/problems/${code})`);
    return `# Problems\n\n${lines.join('\n')}\n`;
  }

  @Get(':code')
  @Header('content-type', MARKDOWN)
  @ApiOperation({ summary: 'Explain one problem code' })
  @ApiParam({ name: 'code', example: 'stale-version' })
  @ApiOkResponse({ content: { 'text/markdown': { schema: { type: 'string' } } } })
  explain(@Param('code') code: string): string {
    const description = this.catalogue.find(code);
    if (description === undefined) throw new NotFoundException();
    const { status, title, meaning } = description;
    return `# ${title}\n\nCode \`${code}\`, HTTP status ${status}.\n\n${meaning}\n`;
  }
}
