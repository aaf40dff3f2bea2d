import { Module } from '@nestjs/common';
import { CqrsModule } from '@nestjs/cqrs';
import { Agreements } from './commands/agreements.js';
import { DraftAgreementHandler } from './commands/draft-agreement.js';
import { DraftVersionHandler } from './commands/draft-version.js';
import { SignVersionHandler } from './commands/sign-version.js';

/** Organisations and their successors, and the local agreements between a council and an NHS body. */
@Module({
  imports: [CqrsModule],
  providers: [Agreements, DraftAgreementHandler, DraftVersionHandler, SignVersionHandler],
  exports: [Agreements],
})
export class AgreementModule {}
