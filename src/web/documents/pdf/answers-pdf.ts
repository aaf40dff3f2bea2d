import { applyDecorators } from '@nestjs/common';
import { ApiOkResponse } from '@nestjs/swagger';
import { FileAnswer } from '../../../platform/http/versions/answer.js';
import type { PrintedDocument } from '../printed-document.js';

export const PDF = 'application/pdf';

/** For a route that answers with a PDF. */
export function AnswersPdf(description: string): MethodDecorator {
  return applyDecorators(
    ApiOkResponse({ description, content: { [PDF]: { schema: { type: 'string', format: 'binary' } } } }),
  );
}

export async function pdfAnswer(fileName: string, document: PrintedDocument): Promise<FileAnswer> {
  // Read with the first PDF: what draws it is a seventh of all that a process would read before it starts.
  const { printPdf } = await import('./print-pdf.js');
  return new FileAnswer(fileName, PDF, await printPdf(document));
}
