import { register } from 'node:module';

register('./hooks.mjs', import.meta.url);
// What a test starts is a program of its own. Jest's processes are forked, so have a channel; jest itself hands it on to them.
if (process.send !== undefined) delete process.env.NODE_OPTIONS;
