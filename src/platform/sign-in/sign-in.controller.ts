import { Controller, Get, HttpCode, HttpStatus, Inject, Logger, Post, Query, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { noRightToday } from '../access/no-right-today.js';
import { Public } from '../access/access-rule.js';
import { TokenVerifier } from '../access/token-verifier.js';
import { Problem } from '../http/problems/problem.js';
import { WithoutIdempotencyKey } from '../http/idempotency/without-idempotency-key.js';
import { IdentityProvider } from './identity-provider.js';
import { formTokenOf } from './opaque-token.js';
import { refuseOtherSites } from './own-site.js';
import { returnPath } from './return-path.js';
import type { Session } from './session.js';
import { Sessions } from './sessions.js';
import { SignInAttempts } from './sign-in-attempts.js';
import { signInCookies } from './sign-in-cookies.js';
import { SIGN_IN_SETTINGS, type SignInSettings } from './sign-in-settings.js';

/** What a browser kept of the pages goes with the session; its cookie is taken back by itself. */
const CLEAR = '"cache", "storage"';
/** The issuer counts in seconds. */
const SAME_SECOND_MS = 999;

/** Signing in to the pages and out of them. Addresses for browsers, not part of the API. */
@ApiExcludeController()
@Public()
@Controller()
export class SignInController {
  private readonly logger = new Logger('Access');

  constructor(
    private readonly provider: IdentityProvider,
    private readonly attempts: SignInAttempts,
    private readonly sessions: Sessions,
    private readonly tokens: TokenVerifier,
    @Inject(SIGN_IN_SETTINGS) private readonly settings: SignInSettings,
  ) {}

  /** Sends the browser to the issuer. */
  @Get('sign-in')
  async signIn(@Query('to') to: unknown, @Res() reply: FastifyReply): Promise<void> {
    const { url, begun } = await this.provider.begin();
    signInCookies.keepAttempt(reply, await this.attempts.begin({ ...begun, returnTo: returnPath(to) }));
    void reply.redirect(url.href, HttpStatus.SEE_OTHER);
  }

  /** Takes the issuer's answer and begins a session; one that the browser had before ends. */
  @Get('sign-in/callback')
  async comeBack(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const attempt = await this.attempts.take(signInCookies.attemptOf(request) ?? '');
    signInCookies.forgetAttempt(reply);
    if (attempt === undefined) {
      this.logger.warn({ message: 'A sign-in was refused', because: 'This browser began none in time' });
      throw new Problem('sign-in-failed', 'This browser began no sign-in, or ten minutes ago. Start again.');
    }
    const signedIn = await this.provider.finish(request.url, attempt);
    await this.sessions.end(signInCookies.sessionOf(request) ?? '');
    signInCookies.keepSession(reply, await this.sessions.begin(signedIn));
    this.logger.log({ message: 'Somebody signed in', subject: signedIn.subject });
    void reply.redirect(attempt.returnTo, HttpStatus.SEE_OTHER);
  }

  /** Who is signed in, until when, and what a form has to send along. */
  @Get('session')
  async session(@Req() request: FastifyRequest): Promise<object> {
    const { token, session } = await this.held(request);
    const { organisation, roles, name } = session.principal;
    if (roles.length === 0) throw noRightToday();
    return {
      ...(name !== undefined && { name }),
      organisation,
      organisations: session.organisations,
      roles,
      signedInAt: session.signedInAt.toISOString(),
      endsAt: this.sessions.endOf(session).toISOString(),
      formToken: formTokenOf(token),
    };
  }

  /** Where else the person is signed in, and since when. */
  @Get('sessions')
  async ownSessions(@Req() request: FastifyRequest): Promise<object> {
    const { token, session } = await this.held(request);
    return { items: await this.sessions.listOf(token, session.principal) };
  }

  /** Takes the issuer's word that somebody was signed out there: every session that they began until then ends here too. */
  @Post('sign-out/by-issuer')
  @HttpCode(HttpStatus.OK)
  @WithoutIdempotencyKey()
  async signOutByIssuer(@Req() request: FastifyRequest): Promise<void> {
    const form = request.body as Readonly<Record<string, unknown>> | undefined;
    const { account, at } = await this.tokens.verifyLogout(form?.['logout_token'], this.settings.clientId);
    await this.sessions.endAllOf(account, new Date(at.getTime() + SAME_SECOND_MS));
    this.logger.log({ message: 'Somebody was signed out by the issuer', subject: account.subject });
  }

  /** Ends this session, here and at the issuer. */
  @Post('sign-out')
  @WithoutIdempotencyKey()
  async signOut(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const { token } = await this.held(request);
    refuseOtherSites(request, token, this.settings.publicUrl);
    await this.sessions.end(token);
    await this.leave(reply);
  }

  /** Ends every session of the person, on whatever machine. */
  @Post('sign-out/everywhere')
  @WithoutIdempotencyKey()
  async signOutEverywhere(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const { token, session } = await this.held(request);
    refuseOtherSites(request, token, this.settings.publicUrl);
    await this.sessions.endAllOf(session.principal);
    await this.leave(reply);
  }

  private async held(
    request: FastifyRequest,
  ): Promise<{ readonly token: string; readonly session: Session }> {
    const token = signInCookies.sessionOf(request);
    const session = token === undefined ? undefined : await this.sessions.find(token);
    if (token === undefined || session === undefined) {
      throw new Problem('not-signed-in', 'You are not signed in, or your session has ended.');
    }
    return { token, session };
  }

  private async leave(reply: FastifyReply): Promise<void> {
    signInCookies.forgetSession(reply);
    void reply.header('clear-site-data', CLEAR);
    const url = await this.provider.endSessionUrl();
    void reply.redirect(url?.href ?? '/', HttpStatus.SEE_OTHER);
  }
}
