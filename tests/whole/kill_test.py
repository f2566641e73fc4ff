"""The program is killed at any point: the results are complete or absent, and the next run removes what was left."""

import random
import signal
import time

from program import DONE, IS_FULL, POLICY, ProgramTest, main, rows, shim

KILLS = 500 if IS_FULL else 60
GOOD_RUN_EVERY = 10
MICROSECONDS = 1_000_000


class Kill(ProgramTest):
    def setUp(self):
        super().setUp()
        self.write("county.csv", rows(100, COMMENT_TEXT="X" * 2000) + "a row, cut off\n")
        self.words = ["evaluate", "county.csv", *POLICY, "--out", "results", "--quiet", "--no-report"]

    def settle(self, done):
        """That the run was killed or done, and its results are complete or absent; gone afterwards. Whether it was killed."""
        self.assertIn(done.returncode, (-signal.SIGKILL, DONE), done.stderr)
        if done.returncode == DONE:
            self.assertTrue((self.folder / "results").is_dir())
        if (self.folder / "results").exists():
            self.settle_results()
        self.assertLessEqual({p.name for p in self.folder.iterdir()}, {"county.csv", "results.unfinished"})
        return done.returncode != DONE

    def settle_results(self):
        self.is_complete()
        for file in (self.folder / "results").iterdir():
            file.unlink()
        (self.folder / "results").rmdir()

    def good_run(self):
        done = self.run_program(*self.words)
        self.assertEqual(done.returncode, DONE, done.stderr)
        self.is_complete()
        self.assertEqual({p.name for p in self.folder.iterdir()}, {"county.csv", "results"})
        self.settle(done)

    def kill_all(self, plans):
        """Kills a run for each environment; the next is to cope with what it left. How many were killed."""
        killed = 0
        for i, plan in enumerate(plans):
            with self.subTest(plan=plan):
                killed += self.settle(self.run_program(*self.words, environment=shim(**plan)))
                if i % GOOD_RUN_EVERY == GOOD_RUN_EVERY - 1:
                    self.good_run()
        self.good_run()
        return killed

    def test_killed_at_calls_and_at_moments(self):
        one_thread = [*self.words, "--threads", "1"]
        calls = len(self.calls_of(*one_thread))
        self.settle_results()
        # Half of the kills at a call, in an order that is the same each time; the others at a moment, wherever the run is
        # then. A run that ends before its moment is no kill, so that more are tried.
        dice = random.Random(64)
        points = [i % calls + 1 for i in range(KILLS // 2)] if calls <= KILLS // 2 else dice.sample(range(1, calls + 1), KILLS // 2)
        self.words = one_thread
        killed = self.kill_all([{"FAULT_AT": point, "FAULT_DO": "kill"} for point in points])
        self.assertEqual(killed, len(points))
        self.words = [*self.words[:-1], "2"]
        begun = time.perf_counter()
        self.good_run()
        longest = int((time.perf_counter() - begun) * MICROSECONDS)
        for _ in range(KILLS * 4):
            if killed >= KILLS:
                break
            killed += self.kill_all([{"FAULT_KILL_AFTER_US": dice.randrange(1, longest)}
                                     for _ in range(min(GOOD_RUN_EVERY, KILLS - killed))])
        print(f"runs killed: {killed}; survived all", flush=True)
        self.assertEqual(killed, KILLS)


if __name__ == "__main__":
    main()
