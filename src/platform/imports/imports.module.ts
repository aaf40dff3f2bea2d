import { Module } from '@nestjs/common';
import { FileUploads } from './file-uploads.js';

/** Files in: for the contexts that take lists as CSV. */
@Module({ providers: [FileUploads] })
export class ImportsModule {}
