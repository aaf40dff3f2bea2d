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

/** What stands for itself in a header and in the folders of every system, and leads to no other folder. */
const FILE_NAME = /^[A-Za-z0-9][\w.-]{0,120}$/;

/** A file to be kept rather than shown. */
export class Download {
  /** @throws TypeError for a name that is more than letters, digits, `.`, `-` and `_`. */
  constructor(
    readonly fileName: string,
    readonly mediaType: string,
    readonly content: string | Buffer,
  ) {
    if (!FILE_NAME.test(fileName)) throw new TypeError(`"${fileName}" is no name for a file`);
  }
}
