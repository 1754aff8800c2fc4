<?php
// Compares two files once and tells how long that took, and which lines it says have moved: {"ms": …, "moved": [line of the former text, …]}.
[, $before, $after] = $argv;
$base = file_get_contents($before);
$current = file_get_contents($after);
$start = hrtime(true);
$told = wikidiff2_inline_json_diff($base, $current, 0);
$ms = (hrtime(true) - $start) / 1e6;
$moved = [];
foreach (json_decode($told, true)['diff'] as $line) {
    if ($line['type'] === 4) $moved[] = substr_count($base, "\n", 0, $line['offset']['from']);
}
echo json_encode(['ms' => $ms, 'moved' => $moved]);
