export { FakeAiopsAgent } from './FakeAiopsAgent';
export { renderPortal } from './renderPortal';
export { aChange, aPlan, aTurn, maya, noor } from './world';
