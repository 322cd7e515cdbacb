"""`python -m plancompiler`."""

from plancompiler.cli.app import main

main()
