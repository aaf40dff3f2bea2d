import { Module } from '@nestjs/common';
import { CqrsModule } from '@nestjs/cqrs';
import { AgreementProblems } from './api/agreement-problems.js';
import { AgreementsController } from './api/agreements.controller.js';
import { OrganisationsController } from './api/organisations.controller.js';
import { Agreements } from './commands/agreements.js';
import { DraftAgreementHandler } from './commands/draft-agreement.js';
import { DraftVersionHandler } from './commands/draft-version.js';
import { SignVersionHandler } from './commands/sign-version.js';
import { AgreementsQuery } from './projections/agreements/agreements.query.js';

/** Organisations and their successors, and the local agreements between a council and an NHS body. */
@Module({
  imports: [CqrsModule],
  controllers: [AgreementsController, OrganisationsController],
  providers: [
    Agreements,
    AgreementProblems,
    AgreementsQuery,
    DraftAgreementHandler,
    DraftVersionHandler,
    SignVersionHandler,
  ],
  exports: [Agreements, AgreementsQuery],
})
export class AgreementModule {}
