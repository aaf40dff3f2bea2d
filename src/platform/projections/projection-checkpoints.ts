import { Checkpoints } from '../following/checkpoints.js';

export const projectionCheckpoints = new Checkpoints('projection_checkpoint');
