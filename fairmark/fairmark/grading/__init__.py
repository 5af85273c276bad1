"""From a submission to a verdict: a clean copy that holds only the answers, run by stock nbval."""
