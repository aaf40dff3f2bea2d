import { Global, Module } from '@nestjs/common';
import { PROBLEM_PAGES } from '../platform/http/problems/problem-pages.js';
import { Assets } from './assets/assets.js';
import { AssetsController } from './assets/assets.controller.js';
import { CommandForms } from './forms/command-forms.js';
import { PageRenderer } from './page/page-renderer.js';
import { BrowserProblemPages } from './page/problem-page.js';
import { AboutController } from './pages/about/about.controller.js';
import { AlertDraftJanitor, AlertDrafts } from './pages/alert/alert-drafts.js';
import { AlertForm } from './pages/alert/alert-form.js';
import { AlertController } from './pages/alert/alert.controller.js';
import { PasFileController } from './pages/alert/pas-file.controller.js';
import { AssignCasesController } from './pages/assignment/assign-cases.controller.js';
import { ColleagueChoices } from './pages/assignment/colleagues.js';
import { CalculatorPagesController } from './pages/calculators/calculators.controller.js';
import { ChangesSince } from './pages/commands/changes-since.js';
import { CommandPages } from './pages/commands/command-pages.js';
import { CaseDocumentsController } from './pages/documents/documents.controller.js';
import { EmploymentController } from './pages/employment/employment.controller.js';
import { CaseFiguresController } from './pages/figures/case-figures.controller.js';
import { ExposurePagesController } from './pages/figures/exposure.controller.js';
import { HistoryPagesController } from './pages/history/history.controller.js';
import { ReplayPagesController } from './pages/history/replay.controller.js';
import { ImportPagesController } from './pages/imports/imports.controller.js';
import { OrganisationController } from './pages/organisation/organisation.controller.js';
import { PeopleController } from './pages/people/people.controller.js';
import { RechargeCommandController } from './pages/recharges/recharge-command.controller.js';
import { RechargeLineController } from './pages/recharges/recharge-line.controller.js';
import { RechargeController } from './pages/recharges/recharge.controller.js';
import { RechargesPageController } from './pages/recharges/recharges.controller.js';
import { StaffCommandController } from './pages/staff/staff-command.controller.js';
import { StaffPagesController } from './pages/staff/staff.controller.js';
import { StatementsPageController } from './pages/statements/statements.controller.js';
import { CaseCommandController } from './pages/transfer-case/case-command.controller.js';
import { CaseController } from './pages/transfer-case/case.controller.js';
import { WorklistController } from './pages/worklist/worklist.controller.js';

/** The pages that people work in. They need people to be able to sign in. */
@Global()
@Module({
  controllers: [
    AssetsController,
    WorklistController,
    AssignCasesController,
    AlertController,
    PasFileController,
    CaseController,
    CaseCommandController,
    RechargesPageController,
    RechargeController,
    RechargeCommandController,
    RechargeLineController,
    StatementsPageController,
    EmploymentController,
    CaseFiguresController,
    HistoryPagesController,
    CaseDocumentsController,
    ReplayPagesController,
    CalculatorPagesController,
    ExposurePagesController,
    PeopleController,
    OrganisationController,
    StaffPagesController,
    StaffCommandController,
    ImportPagesController,
    AboutController,
  ],
  providers: [
    Assets,
    PageRenderer,
    CommandForms,
    ChangesSince,
    CommandPages,
    ColleagueChoices,
    AlertDrafts,
    AlertDraftJanitor,
    AlertForm,
    { provide: PROBLEM_PAGES, useClass: BrowserProblemPages },
  ],
  exports: [PROBLEM_PAGES],
})
export class WebPagesModule {}
