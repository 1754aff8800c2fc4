import { convergesAgain, convergesFrom } from './converges';

convergesFrom(1, 500);

for (const seed of [10_039_294, 10_040_456])
  convergesAgain(
    seed,
    'an anchor whose first and last word were deleted, brought back and deleted again holds those between them',
  );
