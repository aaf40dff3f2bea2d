/** The words in which simulations are asked for and answered. */
export type { ComparedFigure, ComparedTotal } from '../domain/compared-figures.js';
export type { SimulatedCase, SimulatedTerms, Simulation } from './simulations.js';
