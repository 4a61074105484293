import { config, secrets } from './config';
import { startWorld } from './world';

/** Runs the lab until it is interrupted, for trying things by hand. */
const world = await startWorld();
console.log(`Console       ${world.consoles.origin('siem')}`);
console.log(`Tracker       ${world.requestTracker.url}`);
console.log(`Configuration ${JSON.stringify(config(world))}`);
console.log(`Secrets       ${JSON.stringify(secrets(world))}`);
process.once('SIGINT', () => void world.stop());
