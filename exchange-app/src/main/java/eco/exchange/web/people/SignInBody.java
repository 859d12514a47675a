package eco.exchange.web.people;

import jakarta.validation.constraints.Size;

/** The body of a request to sign in. */
record SignInBody(
    @Size(min = 1, max = 64) String login, @Size(min = 1, max = 200) String password) {

  @Override
  public String toString() {
    return "SignIn[" + login + "]";
  }
}
