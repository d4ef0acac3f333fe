"""The answers' shapes; what the views tell beyond them is passed on."""
