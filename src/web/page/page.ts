/** A page as a handler leaves it: which template, and what it shows. */
export class Page {
  /**
   * @param template below `views/`, such as `pages/worklist.njk`
   * @param model with `title`, the unique beginning of the page's title and its one heading
   */
  constructor(
    readonly template: string,
    readonly model: PageModel,
    readonly status = 200,
  ) {}
}

export interface PageModel {
  readonly title: string;
  readonly [name: string]: unknown;
}

/** Sends the browser to another page, which it asks for anew: so a reload sends no form twice. */
export class SeeOther {
  constructor(readonly path: string) {}
}

/** A file to be kept rather than shown. */
export class Download {
  constructor(
    readonly fileName: string,
    readonly mediaType: string,
    readonly content: string | Buffer,
  ) {}
}
