export { aChange, aMessage, anExpiry, aPlan, aTurn, maya, noor } from './world';
export { FakeAiopsAgent } from './FakeAiopsAgent';
