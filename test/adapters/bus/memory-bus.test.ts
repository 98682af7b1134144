import { expect, it } from 'vitest';
import { memoryBus } from '../../../src/adapters/bus/memory-bus.ts';

it('tells those who listen to that talk, until they stop', () => {
  const bus = memoryBus();
  const heard: string[] = [];
  const stop = bus.subscribe('a', () => heard.push('first'));
  bus.subscribe('a', () => heard.push('second'));
  bus.subscribe('b', () => heard.push('other'));
  bus.publish('a');
  stop();
  stop();
  bus.publish('a');
  bus.publish('nobody');
  expect(heard).toEqual(['first', 'second', 'second']);
});

it('counts the same function twice where it listens twice', () => {
  const bus = memoryBus();
  let times = 0;
  const hear = () => {
    times += 1;
  };
  const stop = bus.subscribe('a', hear);
  bus.subscribe('a', hear);
  bus.publish('a');
  stop();
  bus.publish('a');
  expect(times).toBe(3);
});

it('does not call a listener that another one has just stopped', () => {
  const bus = memoryBus();
  const heard: string[] = [];
  bus.subscribe('a', () => stopSecond());
  const stopSecond = bus.subscribe('a', () => heard.push('second'));
  bus.publish('a');
  expect(heard).toEqual([]);
});

it('begins again after the last listener left', () => {
  const bus = memoryBus();
  const heard: string[] = [];
  const stop = bus.subscribe('a', () => heard.push('old'));
  stop();
  bus.subscribe('a', () => heard.push('new'));
  stop();
  bus.publish('a');
  expect(heard).toEqual(['new']);
});

it('reports a listener that throws and tells the others all the same', () => {
  const failures: unknown[] = [];
  const bus = memoryBus((error) => failures.push(error));
  const heard: string[] = [];
  const fault = new Error('broken listener');
  bus.subscribe('a', () => {
    throw fault;
  });
  bus.subscribe('a', () => heard.push('second'));
  bus.publish('a');
  expect(failures).toEqual([fault]);
  expect(heard).toEqual(['second']);
});
