import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Inject, Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import nunjucks from 'nunjucks';
import type { Clock } from '../../kernel/clock.js';
import { CLOCK } from '../../platform/clock/clock.module.js';
import { findHeldSession, formTokenFor } from '../../platform/sign-in/held-session.js';
import { SIGN_IN_SETTINGS, type SignInSettings } from '../../platform/sign-in/sign-in-settings.js';
import { Assets } from '../assets/assets.js';
import { filters } from '../words/filters.js';
import { timeInWords } from '../words/moments.js';
import { organisationName } from '../words/organisation-name.js';
import { roleWords } from '../words/role-words.js';
import { navigationFor } from './navigation.js';
import type { Page } from './page.js';

const views = fileURLToPath(new URL('../views/', import.meta.url));
const govuk = join(dirname(createRequire(import.meta.url).resolve('govuk-frontend/package.json')), 'dist');

/** Makes pages from templates. Whatever a template shows is escaped; none may say that a text is safe. */
@Injectable()
export class PageRenderer {
  /** What every page is sent with: its own style sheet and scripts run, and nothing else. */
  readonly headers: Readonly<Record<string, string>>;
  private readonly environment: nunjucks.Environment;

  constructor(
    private readonly assets: Assets,
    @Inject(SIGN_IN_SETTINGS) { issuer }: SignInSettings,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {
    this.environment = new nunjucks.Environment(new nunjucks.FileSystemLoader([views, govuk]), {
      autoescape: true,
      throwOnUndefined: false,
      trimBlocks: true,
      lstripBlocks: true,
    });
    for (const [name, filter] of Object.entries(filters)) this.environment.addFilter(name, filter);
    this.headers = { 'content-security-policy': policyFor(new URL(issuer).origin) };
  }

  render({ template, model }: Pick<Page, 'template' | 'model'>, request: FastifyRequest): string {
    const held = findHeldSession(request);
    const path = request.url.split('?', 1)[0] ?? '/';
    return this.environment.render(template, {
      ...model,
      assets: this.assets.addresses,
      address: request.url,
      ...(held !== undefined && {
        formToken: formTokenFor(held),
        user: {
          name: held.session.principal.name ?? held.session.principal.subject,
          organisation: organisationName(held.session.principal.organisation),
          roles: held.session.principal.roles.map((role) => roleWords[role]),
          hasOthers: held.session.organisations.length > 1,
          endsAtTime: timeInWords(held.endsAt),
          secondsLeft: Math.max(0, Math.floor((held.endsAt.getTime() - this.clock.now().getTime()) / 1000)),
        },
        navigation: navigationFor(held.session.principal.roles, path),
      }),
    });
  }
}

/** Signing out ends at the issuer, and browsers hold that a form which leads there is sent there. */
function policyFor(issuer: string): string {
  return [
    "default-src 'none'",
    "style-src 'self'",
    "script-src 'self'",
    "img-src 'self'",
    // To ask that a session goes on.
    "connect-src 'self'",
    "object-src 'none'",
    `form-action 'self' ${issuer}`,
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
}
