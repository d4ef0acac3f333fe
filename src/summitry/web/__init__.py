"""The pages: server-rendered, one file a page group; they work without a script and load nothing from elsewhere."""

from summitry.web.app import create_app

__all__ = ["create_app"]
