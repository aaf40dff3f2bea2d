/** Where the API is; everything else is for browsers. */
export const API_PATH = '/v1/';
