import { Controller, Get, Param, Query, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { isRole, ROLES, type Role } from '../../../platform/access/roles.js';
import { Problem } from '../../../platform/http/problems/problem.js';
import { findHeldSession } from '../../../platform/sign-in/held-session.js';
import { returnPath } from '../../../platform/sign-in/return-path.js';
import { Page, SeeOther } from '../../page/page.js';
import { PublicPages } from '../../page/pages.js';
import { helpOf } from '../../words/help-words.js';
import { keptAt, signInTo } from '../../words/signed-out.js';
import { roleWords } from '../../words/role-words.js';

/** What Handover is, how each works in it, and how far it can be used by everybody. */
@PublicPages()
@Controller()
export class AboutController {
  /** One's own role stands first. */
  @Get('help')
  help(@Req() request: FastifyRequest): Page {
    const own = findHeldSession(request)?.session.principal.roles ?? [];
    const others = ROLES.filter((role) => !own.includes(role));
    return new Page('pages/about/help.njk', {
      title: 'Help',
      own: own.map(linkTo),
      others: others.map(linkTo),
    });
  }

  @Get('help/:role')
  helpOfRole(@Param('role') role: string): Page {
    if (!isRole(role)) throw new Problem('not-found', 'There is no help of that name.');
    const { does, jobs } = helpOf(role);
    return new Page('pages/about/help-of-role.njk', { title: `Help for: ${roleWords[role]}`, does, jobs });
  }

  /** After a session has ended on a page that was open. Whoever has signed in again meanwhile goes back to it at once. */
  @Get('signed-out')
  signedOut(@Req() request: FastifyRequest, @Query('to') wanted: unknown): Page | SeeOther {
    const to = returnPath(wanted);
    if (findHeldSession(request) !== undefined) return new SeeOther(to);
    return new Page('pages/about/signed-out.njk', {
      title: 'You were signed out',
      says: ['That was because nothing was opened or sent for a while, or the day was over.', ...keptAt(to)],
      signIn: signInTo(to),
    });
  }

  @Get('accessibility')
  accessibility(): Page {
    return new Page('pages/about/accessibility.njk', { title: 'Accessibility statement' });
  }
}

function linkTo(role: Role) {
  return { href: `/help/${role}`, text: roleWords[role], does: helpOf(role).does };
}
