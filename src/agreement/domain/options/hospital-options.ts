import { count } from './option-kinds.js';

/** PAs of somebody in hospital. */
export const HOSPITAL_OPTIONS = {
  hospitalFullWeeks: count(
    'Weeks from an admission to hospital, day 1, in which PAs are paid in full whatever a review says.',
    4,
    1,
    52,
  ),
  hospitalReviewWeeks: count(
    'Weeks from an admission to the review that decides how PAs are paid on; funding goes on until it has.',
    4,
    1,
    52,
  ),
  hospitalJoiningDays: count(
    'Days at home after which an admission still goes on with the stay before it instead of beginning a new one.',
    0,
    0,
    91,
  ),
  dbsRenewalYears: count(
    'Years after its issue in which a DBS certificate counts for work in hospital.',
    3,
    1,
    10,
  ),
};
