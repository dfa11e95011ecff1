"""The case (案例): what a company says, loaded and validated."""
