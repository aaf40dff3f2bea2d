import { Module } from '@nestjs/common';
import { RechargeDocumentController } from './recharge-document.controller.js';
import { StatementDocumentController } from './statement-document.controller.js';

/** What the API answers, as documents for people. Programs get them by the API, and pages from it. */
@Module({ controllers: [RechargeDocumentController, StatementDocumentController] })
export class DocumentsModule {}
