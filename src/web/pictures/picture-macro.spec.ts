import { describe, expect, it } from '@jest/globals';
import { fileURLToPath } from 'node:url';
import nunjucks from 'nunjucks';
import type { Mark, Picture } from './picture.js';

const views = fileURLToPath(new URL('../views/', import.meta.url));
const environment = new nunjucks.Environment(new nunjucks.FileSystemLoader(views), { autoescape: true });

function drawn(...marks: readonly Mark[]): string {
  const model: Picture = {
    ...{
      id: 'kept',
      title: 'Who <b>paid</b>',
      says: 'The "council" & the NHS',
      width: 100,
      height: 50,
      marks,
    },
    table: { head: [{ text: 'Sum', numeric: true }], rows: [['£1.00']] },
  };
  return environment.renderString('{% from "components/picture.njk" import picture %}{{ picture(model) }}', {
    model,
  });
}

describe('a picture on a page', () => {
  it('escapes every text', () => {
    const html = drawn({ kind: 'label', x: 1, y: 2, text: '<script>alert(1)</script>', anchor: 'start' });
    expect(html).toContain('&lt;script&gt;alert(1)&lt;/script&gt;</text>');
    expect(html).toContain('<title id="kept-title">Who &lt;b&gt;paid&lt;/b&gt;</title>');
    expect(html).not.toMatch(/<script|<b>/);
  });

  it('is one image with a name and a message, whose parts are named by its own id', () => {
    const html = drawn({ kind: 'box', x: 0, y: 0, width: 10, height: 10, fill: 'nhs' });
    expect(html).toContain('role="img" aria-labelledby="kept-title kept-says"');
    expect(html).toContain('fill="url(#kept-nhs)"');
    expect(html.match(/ id="(?!kept-)/g)).toBeNull();
  });

  it('has an edge of one pixel around each box, and no style of its own', () => {
    const html = drawn({ kind: 'box', x: 3, y: 4, width: 10, height: 10, fill: 'bridging', dashed: true });
    expect(html).toMatch(/<rect x="3.5" y="4.5" width="9" height="9" [^>]*stroke-width="1" stroke-dasharray/);
    expect(html).not.toContain('style=');
  });

  it('has its figures in a table, sums to the right', () =>
    expect(drawn()).toContain('<td class="govuk-table__cell govuk-table__cell--numeric">£1.00</td>'));
});
