"""Showing the token once, where one is needed."""

from __future__ import annotations

from fastapi import APIRouter
from starlette.responses import RedirectResponse, Response

from summitry.web.asking import Ask, Posted
from summitry.web.security import SESSION, local_path

router = APIRouter()


@router.get("/login")
def ask(asked: Ask) -> Response:
    """Show the form for the token."""
    return asked.page("login.html", wanted=local_path(asked.text("next")), refused=False)


@router.post("/login")
def enter(asked: Ask, sent: Posted) -> Response:
    """Begin a session if the token is right."""
    guard, wanted = asked.site.guard, local_path(sent.text("next"))
    if not guard.is_token(sent.text("token")):
        return asked.page("login.html", 403, wanted=wanted, refused=True)
    answer = RedirectResponse(wanted, 303)
    secure = asked.request.url.scheme == "https"
    answer.set_cookie(SESSION, guard.session(), httponly=True, samesite="strict", secure=secure)
    return answer


@router.post("/logout")
def leave(sent: Posted) -> Response:
    """End the session."""
    del sent
    answer = RedirectResponse("/login", 303)
    answer.delete_cookie(SESSION, httponly=True, samesite="strict")
    return answer
