export { bytesWord, coresWord, dayWord, shareWord } from './amounts';
export { durationWord, shareOfMonth } from './durations';
export { alternatives, counted, together } from './lists';
export { cpuChange, memoryChange, thingWord } from './resources';
export { accessWord, engineWord, healthTone, sees, tierWord } from './things';
export { verbatim } from './verbatim';
