/** What a surface means: a payer, or what became of money. Each has its colour and its pattern in `components/picture.njk`. */
export type Fill =
  'council' | 'nhs' | 'bridging' | 'disputed' | 'other' | 'forecast' | 'total' | 'credit' | 'nothing';

export interface Box {
  readonly kind: 'box';
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly fill: Fill;
  /** The edge of what is not there, or not sure. */
  readonly dashed?: boolean;
}

export interface Line {
  readonly kind: 'line';
  readonly x1: number;
  readonly y1: number;
  readonly x2: number;
  readonly y2: number;
  readonly dashed?: boolean;
}

export interface Dot {
  readonly kind: 'dot';
  readonly x: number;
  readonly y: number;
  readonly radius: number;
  readonly fill: Fill;
}

export interface Label {
  readonly kind: 'label';
  readonly x: number;
  /** The line that the letters stand on. */
  readonly y: number;
  readonly text: string;
  readonly anchor: 'start' | 'middle' | 'end';
  /** The surface that it stands on; paper when absent. */
  readonly on?: Fill;
}

export type Mark = Box | Line | Dot | Label;

/** The same as the picture, to be read. A cell of a numeric column is aligned to the right. */
export interface PictureTable {
  readonly head: readonly { readonly text: string; readonly numeric?: boolean }[];
  readonly rows: readonly (readonly string[])[];
}

/** A drawing in whole units of one pixel, with its message in words and its figures in a table beside it. */
export interface Picture {
  /** Unique on its page: the parts of the drawing are named by it. */
  readonly id: string;
  readonly title: string;
  /** What it shows, in one or two sentences. */
  readonly says: string;
  readonly width: number;
  readonly height: number;
  readonly marks: readonly Mark[];
  readonly table: PictureTable;
}

/** How wide every picture is; on a narrow screen it scrolls by itself. */
export const WIDTH = 960;
/** Letters of every picture, in pixels. */
export const LETTERS = 15;
/** From one edge of a picture to what is drawn. */
export const MARGIN = 8;
