import { Controller, Get, Logger, Post, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { findHeldSession, type HeldSession } from '../../../platform/sign-in/held-session.js';
import { Sessions } from '../../../platform/sign-in/sessions.js';
import { typedText, typedValues } from '../../forms/form-field.js';
import { SeeOther, type Page } from '../../page/page.js';
import { Pages } from '../../page/pages.js';
import { organisationPage } from './organisation-page.js';

/** For which of their organisations somebody goes on, who has rights in several. */
@Pages()
@Controller('organisation')
export class OrganisationController {
  private readonly logger = new Logger('Access');

  constructor(private readonly sessions: Sessions) {}

  @Get()
  ask(@Req() request: FastifyRequest): Page {
    return organisationPage(heldBy(request).session);
  }

  @Post()
  async choose(@Req() request: FastifyRequest): Promise<Page | SeeOther> {
    const { token, session } = heldBy(request);
    const organisation = typedText(typedValues(request), 'organisation');
    if (!session.organisations.includes(organisation)) return organisationPage(session, 'Choose one of them');
    await this.sessions.choose(token, session, organisation);
    const { subject } = session.principal;
    this.logger.log({ message: 'Somebody goes on for another organisation', subject, organisation });
    return new SeeOther('/cases');
  }
}

function heldBy(request: FastifyRequest): HeldSession {
  const held = findHeldSession(request);
  if (held === undefined) throw new TypeError('A page is shown to whoever holds a session');
  return held;
}
