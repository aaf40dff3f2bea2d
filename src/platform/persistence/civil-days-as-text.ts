import pg from 'pg';

/**
 * How pg reads values: as ever, only a `date` stays the text `YYYY-MM-DD`. Read as a JavaScript Date it would be midnight in
 * the server's time zone, and shift a day on the way back.
 */
export const civilDaysAsText: pg.CustomTypesConfig = {
  getTypeParser: (type, format): unknown =>
    type === pg.types.builtins.DATE ? (text: string) => text : pg.types.getTypeParser(type, format),
};
