import { createComparer, type Question } from '../features/compare/live/comparer';

const ask = createComparer({
  answer: (answer) => self.postMessage(answer),
  now: () => performance.now(),
  later: (act, ms) => {
    const timer = setTimeout(act, ms);
    return () => clearTimeout(timer);
  },
});

self.onmessage = ({ data }: MessageEvent<Question>) => ask(data);
