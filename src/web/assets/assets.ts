import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Injectable } from '@nestjs/common';

/** A file that pages ask for beside themselves. */
export interface Asset {
  readonly mediaType: string;
  readonly content: Buffer;
}

const govuk = join(
  dirname(createRequire(import.meta.url).resolve('govuk-frontend/package.json')),
  'dist/govuk',
);
const own = fileURLToPath(new URL('./', import.meta.url));

const CSS = 'text/css; charset=utf-8';
const SCRIPT = 'text/javascript; charset=utf-8';

/** The typeface of GOV.UK is for services on its own domain; everywhere else it is Arial. */
function withoutTransport(css: string): string {
  return css.replaceAll(/@font-face\{[^}]*\}/g, '').replaceAll(/"?GDS Transport"?,\s*/gi, '');
}

function nameOf(name: string, content: Buffer): string {
  return `${createHash('sha256').update(content).digest('hex').slice(0, 12)}-${name}`;
}

/** The style sheets and scripts, each at an address that changes with its content, so that a browser may keep it for ever. */
@Injectable()
export class Assets {
  private readonly byName: ReadonlyMap<string, Asset>;
  /** Where a page finds each of them: by what it is for. */
  readonly addresses: Readonly<
    Record<'govukStyle' | 'style' | 'govukScript' | 'sessionScript' | 'script' | 'icon', string>
  >;

  constructor() {
    const govukStyle = withoutTransport(readFileSync(join(govuk, 'govuk-frontend.min.css'), 'utf8'));
    const govukScript = readFileSync(join(govuk, 'govuk-frontend.min.js'));
    const session = readFileSync(join(own, 'session.js'));
    const script = readFileSync(join(own, 'pages.js'), 'utf8')
      .replace('./govuk.js', `./${nameOf('govuk.js', govukScript)}`)
      .replace('./session.js', `./${nameOf('session.js', session)}`);
    const files = {
      govukStyle: ['govuk.css', CSS, Buffer.from(govukStyle)],
      style: ['pages.css', CSS, readFileSync(join(own, 'pages.css'))],
      govukScript: ['govuk.js', SCRIPT, govukScript],
      sessionScript: ['session.js', SCRIPT, session],
      script: ['pages.js', SCRIPT, Buffer.from(script)],
      icon: ['icon.svg', 'image/svg+xml', readFileSync(join(own, 'icon.svg'))],
    } as const;
    const named = Object.entries(files).map(([key, [name, mediaType, content]]) => ({
      key,
      name: nameOf(name, content),
      asset: { mediaType, content },
    }));
    this.byName = new Map(named.map(({ name, asset }) => [name, asset]));
    this.addresses = Object.fromEntries(
      named.map(({ key, name }) => [key, `/assets/${name}`]),
    ) as Assets['addresses'];
  }

  find(name: string): Asset | undefined {
    return this.byName.get(name);
  }
}
