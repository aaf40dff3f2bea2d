import pg from 'pg';

const DATE_OID = 1082;

/**
 * How pg reads values: as ever, only a `date` stays the text `YYYY-MM-DD`. Read as a JavaScript Date it would be midnight in
 * the server's time zone, and shift a day on the way back.
 */
export const civilDaysAsText: pg.CustomTypesConfig = {
  getTypeParser: ((oid: number, format?: 'text' | 'binary') =>
    oid === DATE_OID ? (text: string) => text : pg.types.getTypeParser(oid, format)) as never,
};
