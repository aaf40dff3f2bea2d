import type { IncomingMessage } from 'node:http';
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';
import type { FastifyRequest } from 'fastify';
import { keepHeldSession } from '../../platform/sign-in/held-session.js';
import { newToken } from '../../platform/sign-in/opaque-token.js';
import type { SignInSettings } from '../../platform/sign-in/sign-in-settings.js';
import { Assets } from '../assets/assets.js';
import { PageRenderer } from './page-renderer.js';

const views = fileURLToPath(new URL('../views/', import.meta.url));
const settings = { issuer: 'https://sign-in.example/tenant/v2.0' } as SignInSettings;
const clock = { now: () => new Date('2026-04-01T08:31:00.500Z') };
const renderer = new PageRenderer(new Assets(), settings, clock);
const MARKUP = `<script>alert("x")</script><img src=x onerror='a'>{{ 7 * 7 }}`;

/** A request of somebody who is signed in, as the guard leaves it. */
function requestOf(name: string): FastifyRequest {
  const request = { url: '/cases', raw: {} as IncomingMessage } as FastifyRequest;
  const principal = {
    issuer: settings.issuer,
    subject: 'b0c4e1',
    organisation: 'E10000015',
    roles: ['direct-payment-worker' as const],
    name,
  };
  const at = new Date('2026-04-01T09:00:00.000Z');
  const session = { principal, organisations: ['E10000015'], signedInAt: at, seenAt: at };
  keepHeldSession(request, { token: newToken(), session, endsAt: at });
  return request;
}

describe('A page', () => {
  it('says by name what a browser may load, run, send and show it in', () => {
    expect(renderer.headers['content-security-policy']?.split('; ')).toEqual([
      "default-src 'none'",
      "style-src 'self'",
      "script-src 'self'",
      "img-src 'self'",
      "connect-src 'self'",
      "object-src 'none'",
      "form-action 'self' https://sign-in.example",
      "base-uri 'none'",
      "frame-ancestors 'none'",
    ]);
  });

  it('shows text as text, whatever it is, and reads none of it as a template', () => {
    const model = { title: MARKUP, says: [MARKUP], traceId: MARKUP, ours: true };
    const html = renderer.render({ template: 'pages/problem.njk', model }, requestOf(MARKUP));
    expect(html).toContain('&lt;script&gt;alert(&quot;x&quot;)&lt;/script&gt;');
    expect(html).toContain('{{ 7 * 7 }}');
    expect(html).not.toContain('<script>alert');
    expect(html).not.toContain('<img src=x');
  });

  it('says when its session ends, by the clock of the server', () => {
    const model = { title: 'Nothing', says: [] };
    const html = renderer.render({ template: 'pages/problem.njk', model }, requestOf('Anna Example'));
    expect(html).toContain('Signed in until <span data-session-end>10:00am</span>');
    expect(html).toContain('data-seconds-left="1739"');
    const signedOut = { url: '/help', raw: {} as IncomingMessage } as FastifyRequest;
    expect(renderer.render({ template: 'pages/problem.njk', model }, signedOut)).not.toContain(
      'data-session-end',
    );
  });

  it('is made of templates of which none says that a text is safe', () => {
    const templates = readdirSync(views, { recursive: true, withFileTypes: true })
      .filter(({ name }) => name.endsWith('.njk'))
      .map(({ parentPath, name }) => `${parentPath}/${name}`);
    expect(templates.length).toBeGreaterThan(30);
    const trusting = templates.filter((path) =>
      /\|\s*safe\b|autoescape|\bhtml:/.test(readFileSync(path, 'utf8')),
    );
    expect(trusting).toEqual([]);
  });

  it('lets whoever is signed in sign out, wherever they are', () => {
    const model = { title: 'Anything', says: [] };
    const html = renderer.render({ template: 'pages/problem.njk', model }, requestOf('Rosalind Ashdown'));
    expect(html).toMatch(/<form method="post" action="\/sign-out">[^]*?<button[^>]*>\s*Sign out\s*</);
  });
});
