export { figuresOf, figuresUnder } from './commands/figures-under.js';
export { comparedFigures, type ComparedFigure } from './domain/compared-figures.js';
export { SimulationModule } from './simulation.module.js';
